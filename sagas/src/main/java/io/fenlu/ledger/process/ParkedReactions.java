package io.fenlu.ledger.process;

import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.process.Answer.NoAnswer;
import io.fenlu.ledger.process.Answer.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of what processes could not do. Nothing leaves it silently: an entry is settled when its order was obeyed, when its process
 * ended, or by people.
 *
 * <p>Inside a processor it takes part in that processor's transaction, so that a fact is either handled or parked, never neither.
 */
public final class ParkedReactions {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int LONGEST_DETAIL = 1000;

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final Clock clock;

    public ParkedReactions(JdbcClient jdbc, Serializer serializer, Clock clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.clock = clock;
    }

    /** An order and why it was sent, as it lies in the table. */
    public record Waiting(long no, Cause cause, Order order, int attempts) {}

    /** Keeps an order that was refused for a reason its process does not know: people must look. */
    public void keep(Order order, Cause cause, Refused refusal) {
        keep(order, cause, refusal.code(), refusal.detail(), null);
    }

    /** Keeps an order that found no answer: it is tried again by itself. */
    public void keep(Order order, Cause cause, NoAnswer fault) {
        keep(order, cause, ParkedReaction.NO_ANSWER, fault.why(), now().plus(FIRST_WAIT));
    }

    /** Keeps an order that may not overtake an earlier one. */
    public void keepBehind(Order order, Cause cause) {
        keep(order, cause, ParkedReaction.BEHIND_ANOTHER, "waits for an earlier order about the same subject", now());
    }

    private void keep(Order order, Cause cause, String reason, String detail, @Nullable OffsetDateTime next) {
        var id = cause.requestId(Courier.step(order));
        var written = serializer.serialize(order, String.class);
        var updated = jdbc.sql("""
            update parked_reaction set order_text = :text, reason = :reason, detail = :detail, attempts = attempts + 1,
                   last_attempt_at = :now, next_attempt_at = :next, settled_at = null
             where id = :id
            """)
                .param("text", written.getData())
                .param("reason", reason)
                .param("detail", brief(detail))
                .param("now", now())
                .param("next", next)
                .param("id", id)
                .update();
        if (updated == 0) {
            insert(id, cause, reason, detail)
                    .param("step", Courier.step(order))
                    .param("type", written.getType().getName())
                    .param("text", written.getData())
                    .param("next", next)
                    .update();
        }
    }

    /** Tells people about something no order can mend; once for each subject and matter, as long as it is not settled. */
    public void tell(Cause cause, String about, String detail) {
        var id = notice(cause.process(), cause.subject(), about);
        var told = jdbc.sql("select count(*) from parked_reaction where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        if (told == 0) {
            insert(id, cause, about, detail)
                    .param("step", null)
                    .param("type", null)
                    .param("text", null)
                    .param("next", null)
                    .update();
        }
    }

    private JdbcClient.StatementSpec insert(UUID id, Cause cause, String reason, String detail) {
        return jdbc.sql("""
            insert into parked_reaction (id, process, subject, fact, fact_name, step, order_type, order_text, reason, detail,
                                         attempts, parked_at, last_attempt_at, next_attempt_at)
            values (:id, :process, :subject, :fact, :factName, :step, :type, :text, :reason, :detail, 1, :now, :now, :next)
            """)
                .param("id", id)
                .param("process", cause.process())
                .param("subject", cause.subject())
                .param("fact", cause.fact())
                .param("factName", cause.factName())
                .param("reason", reason)
                .param("detail", brief(detail))
                .param("now", now());
    }

    /** Whether an order about this subject waits; whatever comes later must wait behind it. */
    public boolean isWaiting(UUID subject) {
        return jdbc.sql("select count(*) from parked_reaction where subject = :subject and settled_at is null"
                                + " and step is not null")
                        .param("subject", subject)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Subjects whose first waiting order may be tried again now. */
    public List<UUID> dueSubjects() {
        return jdbc.sql("""
            select p.subject from parked_reaction p
             where p.settled_at is null and p.next_attempt_at <= :now
               and p.no = (select min(q.no) from parked_reaction q
                            where q.subject = p.subject and q.settled_at is null and q.step is not null)
             order by p.no
            """)
                .param("now", now())
                .query((row, _) -> row.getObject("subject", UUID.class))
                .list();
    }

    /** The orders that wait about a subject, oldest first. */
    public List<Waiting> waitingAbout(UUID subject) {
        return jdbc.sql("""
            select * from parked_reaction where subject = :subject and settled_at is null and step is not null order by no
            """).param("subject", subject).query(this::waiting).list();
    }

    /** Notes another attempt that did not succeed. */
    public void stillWaiting(Waiting entry, Answer answer) {
        var refused = answer instanceof Refused;
        jdbc.sql("""
            update parked_reaction set reason = :reason, detail = :detail, attempts = attempts + 1, last_attempt_at = :now,
                   next_attempt_at = :next
             where no = :no
            """)
                .param("reason", answer instanceof Refused named ? named.code() : ParkedReaction.NO_ANSWER)
                .param(
                        "detail",
                        brief(
                                switch (answer) {
                                    case Refused named -> named.detail();
                                    case NoAnswer(var why) -> why;
                                    case Answer.Done _ -> "";
                                }))
                .param("now", now())
                .param("next", refused ? null : now().plus(Backoff.after(entry.attempts(), FIRST_WAIT, LONGEST_WAIT)))
                .param("no", entry.no())
                .update();
    }

    /** Puts an end to an entry: its order was obeyed, or people have dealt with it. */
    public boolean settle(long no) {
        return jdbc.sql("update parked_reaction set settled_at = :now where no = :no and settled_at is null")
                        .param("now", now())
                        .param("no", no)
                        .update()
                > 0;
    }

    /** Puts an end to a notice whose matter has mended itself. */
    public void settleNotice(String process, UUID subject, String about) {
        jdbc.sql("update parked_reaction set settled_at = :now where id = :id and settled_at is null")
                .param("now", now())
                .param("id", notice(process, subject, about))
                .update();
    }

    /** Puts an end to all entries of a process about a subject: its matter was settled in another way. */
    public void settleAbout(String process, UUID subject) {
        jdbc.sql("update parked_reaction set settled_at = :now where process = :process and subject = :subject"
                        + " and settled_at is null")
                .param("now", now())
                .param("process", process)
                .param("subject", subject)
                .update();
    }

    /** Lets every waiting order be tried again now, also those that were left to people. */
    public int dueNow() {
        return jdbc.sql("update parked_reaction set next_attempt_at = :now where settled_at is null and step is not"
                        + " null")
                .param("now", now())
                .update();
    }

    /** Everything that is not settled, oldest first. */
    public List<ParkedReaction> open() {
        return jdbc.sql("select * from parked_reaction where settled_at is null order by no")
                .query((row, _) -> new ParkedReaction(
                        row.getLong("no"),
                        row.getString("process"),
                        row.getObject("subject", UUID.class),
                        row.getString("fact_name"),
                        row.getString("step"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getInt("attempts"),
                        row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_attempt_at", OffsetDateTime.class).toInstant(),
                        instant(row, "next_attempt_at")))
                .list();
    }

    /** How many entries are not settled, by process. */
    public Map<String, Long> count() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select process, count(*) as parked from parked_reaction where settled_at is null group by process")
                .query((row, _) -> Map.entry(row.getString("process"), row.getLong("parked")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private Waiting waiting(ResultSet row, int number) throws SQLException {
        var written = new SimpleSerializedObject<>(
                row.getString("order_text"), String.class, row.getString("order_type"), null);
        Order order = serializer.deserialize(written);
        var cause = new Cause(
                row.getString("process"),
                row.getObject("subject", UUID.class),
                row.getString("fact"),
                row.getString("fact_name"));
        return new Waiting(row.getLong("no"), cause, order, row.getInt("attempts"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID notice(String process, UUID subject, String about) {
        return Cause.uuid8("notice", process + "|" + subject + "|" + about);
    }

    private static String brief(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 1) + "…";
    }
}
