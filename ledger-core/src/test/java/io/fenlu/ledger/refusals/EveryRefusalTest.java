package io.fenlu.ledger.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountRefusal;
import io.fenlu.ledger.creditline.CreditLineRefusal;
import io.fenlu.ledger.disbursement.DisbursementRefusal;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.merchant.MerchantRefusal;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryRefusalTest {
    static Stream<Produced> produced() {
        return Stream.of(
                        LoanRefusals.all(),
                        LoanEntryRefusals.all(),
                        CreditLineRefusals.all(),
                        AccountRefusals.all(),
                        OtherRefusals.ofDisbursements(),
                        MerchantRefusals.all(),
                        OtherRefusals.ofValues())
                .flatMap(table -> table);
    }

    private static Stream<Refusal> declared() {
        return Stream.<Refusal[]>of(
                        LoanRefusal.values(),
                        CreditLineRefusal.values(),
                        AccountRefusal.values(),
                        DisbursementRefusal.values(),
                        MerchantRefusal.values(),
                        ValueRefusal.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("produced")
    void is_heard_by_its_name(Produced row) {
        assertThat(row.asking().get()).isEqualTo(row.expected());
    }

    @Test
    void no_refusal_is_declared_that_cannot_be_heard() {
        var heard = produced().map(Produced::expected).collect(Collectors.toSet());
        assertThat(heard).isEqualTo(declared().collect(Collectors.toSet()));
    }

    @Test
    void every_name_is_given_once_and_says_what_it_means() {
        var names = new HashSet<String>();
        declared().forEach(refusal -> {
            assertThat(names.add(refusal.name())).as(refusal.name()).isTrue();
            assertThat(refusal.sentence()).as(refusal.name()).endsWith(".");
            assertThat(refusal.kind()).isNotNull();
        });
    }
}
