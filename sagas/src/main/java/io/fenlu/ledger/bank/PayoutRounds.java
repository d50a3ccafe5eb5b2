package io.fenlu.ledger.bank;

import io.fenlu.ledger.bank.PayoutAnswer.Paid;
import io.fenlu.ledger.bank.PayoutAnswer.Pending;
import io.fenlu.ledger.bank.PayoutAnswer.Rejected;
import io.fenlu.ledger.bank.PayoutAnswer.Silence;
import io.fenlu.ledger.bank.PayoutAnswer.Unknown;
import io.fenlu.ledger.disbursement.DisbursementCommand;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.process.Answer.Done;
import io.fenlu.ledger.process.Answer.NoAnswer;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Backoff;
import io.fenlu.ledger.process.Courier;
import io.fenlu.ledger.process.ParkedReactions;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the bank about every payout until it has given a final answer, and tells the ledger.
 *
 * <p>A payout is sent once; after that the bank is asked what it knows. Only when it says that it never heard of it is it sent again,
 * with the same id. Only the bank's definite no makes a disbursement fail. What outlives its time is shown to people, and the bank is
 * asked on but sent nothing more.
 */
public final class PayoutRounds {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutRounds.class);
    private static final int AT_A_TIME = 16;

    private final Payouts payouts;
    private final PayoutPort bank;
    private final Courier courier;
    private final ParkedReactions parked;
    private final BankSettings settings;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final AtomicBoolean first = new AtomicBoolean(true);

    public PayoutRounds(
            Payouts payouts,
            PayoutPort bank,
            Courier courier,
            ParkedReactions parked,
            BankSettings settings,
            Clock clock) {
        this.payouts = payouts;
        this.bank = bank;
        this.courier = courier;
        this.parked = parked;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins an attempt for every payout that is due, as many at a time as there are free hands; a slow bank delays nobody's round. */
    public void round() {
        if (first.getAndSet(false)) {
            payouts.dueNow();
        }
        for (var payout : payouts.due(AT_A_TIME * 4)) {
            if (!free.tryAcquire()) {
                return;
            }
            if (payouts.claim(payout, leased())) {
                Thread.ofVirtual().name("payout").start(() -> attempt(payout));
            } else {
                free.release();
            }
        }
    }

    private void attempt(Payout payout) {
        try {
            conclude(payout, question(payout));
        } catch (RuntimeException failed) {
            LOG.error("The payout {} is tried again later", payout.disbursementId(), failed);
        } finally {
            free.release();
        }
    }

    private PayoutAnswer question(Payout payout) {
        if (payout.attempts() == 0) {
            return bank.send(payout);
        }
        var answer = bank.ask(payout.disbursementId());
        return answer instanceof Unknown && !isOverdue(payout) ? bank.send(payout) : answer;
    }

    private void conclude(Payout payout, PayoutAnswer answer) {
        switch (answer) {
            case Paid paid ->
                tell(
                        payout,
                        answer,
                        new ConfirmDisbursement(payout.disbursementId(), paid.bankReference(), paid.paidOn()));
            case Rejected rejected ->
                tell(
                        payout,
                        answer,
                        new FailDisbursement(payout.disbursementId(), rejected.reason(), rejected.failedOn()));
            case Pending _, Unknown _, Silence _ -> askLater(payout, answer.words());
        }
    }

    private void tell(Payout payout, PayoutAnswer answer, DisbursementCommand outcome) {
        var cause = PayoutDispatcher.cause(payout.disbursementId());
        switch (courier.carry(outcome, cause)) {
            case Done _ -> payouts.answered(payout.disbursementId());
            case NoAnswer(var why) -> askLater(payout, answer.words() + "; the ledger could not be told: " + why);
            case Refused refused -> {
                parked.keep(outcome, cause, refused);
                askLater(payout, answer.words() + "; the ledger refused it: " + refused.code());
            }
        }
    }

    private void askLater(Payout payout, String answer) {
        var wait = Backoff.after(payout.attempts() + 1, settings.firstWait(), settings.longestWait());
        payouts.later(payout, answer, clock.instant().plus(wait));
        if (isOverdue(payout)) {
            parked.tell(
                    PayoutDispatcher.cause(payout.disbursementId()),
                    PayoutDispatcher.LONGEST_LIFE,
                    "The bank has given no final answer within " + settings.longestLife() + " about the payout of "
                            + payout.amount() + " for loan " + payout.loanId() + "; the last was: " + answer
                            + ". It is asked on, but sent nothing more.");
        }
    }

    private boolean isOverdue(Payout payout) {
        return payout.takenAt().plus(settings.longestLife()).isBefore(clock.instant());
    }

    /** Longer than one attempt can take. */
    private Instant leased() {
        return clock.instant()
                .plus(settings.connectWithin().plus(settings.answerWithin()).multipliedBy(2))
                .plusSeconds(60);
    }
}
