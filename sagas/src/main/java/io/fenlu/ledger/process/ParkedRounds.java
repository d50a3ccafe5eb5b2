package io.fenlu.ledger.process;

import io.fenlu.ledger.process.Answer.Done;
import java.util.UUID;

/** Tries parked orders again, each subject's in their order, until one still finds no answer. */
public record ParkedRounds(ParkedReactions parked, Messenger messenger, Messenger.Knowing knowing) {
    /** One round over everything that is due; answers how many orders were obeyed. */
    public int round() {
        return parked.dueSubjects().stream().mapToInt(this::retry).sum();
    }

    private int retry(UUID subject) {
        var obeyed = 0;
        for (var entry : parked.waitingAbout(subject)) {
            var answer = messenger.obey(entry.order(), entry.cause(), knowing);
            if (!(answer instanceof Done)) {
                parked.stillWaiting(entry, answer);
                return obeyed;
            }
            parked.settle(entry.no());
            obeyed++;
        }
        return obeyed;
    }
}
