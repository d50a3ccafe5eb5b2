package io.fenlu.ledger.allocation;

import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** In which order a payment heals what is due (还款冲销顺序). */
public record AllocationOrder(Sequence sequence, List<Bucket> buckets) {
    /** What comes first: the older instalment, or the earlier bucket. */
    public enum Sequence {
        /** All buckets of the oldest instalment, then those of the next. */
        OLDEST_INSTALMENT_FIRST,
        /** The first bucket of all instalments, oldest first, then the next bucket. */
        BUCKET_FIRST
    }

    /** 罚息、费用、利息、本金, the oldest instalment first. */
    public static final AllocationOrder OLDEST_FIRST = new AllocationOrder(
            Sequence.OLDEST_INSTALMENT_FIRST, List.of(Bucket.PENALTY, Bucket.FEE, Bucket.INTEREST, Bucket.PRINCIPAL));

    public AllocationOrder {
        buckets = List.copyOf(buckets);
        if (buckets.size() != Bucket.values().length || EnumSet.copyOf(buckets).size() != buckets.size()) {
            throw new InvalidValue(
                    ValueRefusal.TERMS_CONTRADICTORY, "an order of allocation names every bucket once: " + buckets);
        }
    }

    /** Debts in the order in which they are healed. */
    public Comparator<Debt> healing() {
        var byBucket = Comparator.comparingInt((Debt debt) -> buckets.indexOf(debt.bucket()));
        var byInstalment = Comparator.comparingInt(Debt::instalment);
        return switch (sequence) {
            case OLDEST_INSTALMENT_FIRST -> byInstalment.thenComparing(byBucket);
            case BUCKET_FIRST -> byBucket.thenComparing(byInstalment);
        };
    }
}
