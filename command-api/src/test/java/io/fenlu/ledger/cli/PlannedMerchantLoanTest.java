package io.fenlu.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanCommand.ConfirmPayout;
import io.fenlu.ledger.loan.LoanCommand.OpenLoan;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Currency;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows of a book of merchant loans become, tried with the decider alone. */
class PlannedMerchantLoanTest {
    private static final String HEADER =
            "Term,RevLineCr,ChgOffDate,DisbursementDate,DisbursementGross,MIS_Status,ChgOffPrinGr";
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final LoanDecider DECIDER = new LoanDecider();

    private static PlannedMerchantLoan plan(String header, String row) throws RowRefused {
        var columns = MerchantLoanColumns.of(header, Currency.USD, TODAY);
        return PlannedMerchantLoan.of(
                columns.read(new PhysicalLines.Line(2, row, null)), Rate.annual("0.06"), new LenderId("lender"), TODAY);
    }

    private static LoanState live(PlannedMerchantLoan loan) {
        var on = loan.row().paidOutOn();
        var orders = new ArrayList<LoanCommand>();
        orders.add(loan.drawdown());
        orders.add(new OpenLoan(loan.loanId(), new BorrowerId("b"), on));
        orders.add(new ConfirmPayout(loan.loanId(), new DisbursementId(new UUID(0, 3)), on));
        orders.addAll(loan.life());
        var state = DECIDER.initial();
        for (var order : orders) {
            state = switch (DECIDER.decide(state, order)) {
                case Decision.Accepted<LoanEvent>(var facts) -> {
                    var next = state;
                    for (var fact : facts) {
                        next = DECIDER.evolve(next, fact);
                        loan.look(order, answer(fact));
                    }
                    yield next;
                }
                case Decision.AlreadyDone<LoanEvent> _ -> state;
                case Decision.Refused<LoanEvent> refused -> fail(order + ": " + refused);
            };
        }
        return state;
    }

    private static io.fenlu.ledger.gate.Answer answer(LoanEvent fact) {
        return new io.fenlu.ledger.gate.Answer(
                List.of(new io.fenlu.ledger.gate.KeptFact(1, fact, new UUID(0, 9).toString())), false);
    }

    /** The first column says what is odd: how far the loan had come when it was charged off. */
    @ParameterizedTest
    @CsvSource({
        "nothing was repaid,            '84,N,17700,17000,50000,CHGOFF,50000'",
        "a cent was repaid,             '84,N,17700,17000,50000,CHGOFF,49999.99'",
        "about as planned,              '84,N,17700,17000,50000,CHGOFF,38567.12'",
        "faster than planned,           '84,Y,17700,17000,50000,CHGOFF,123.45'",
        "all but a cent,                '84,Y,17100,17000,50000,CHGOFF,0.01'",
        "before the first due day,      '84,N,17010,17000,50000,CHGOFF,30000'",
        "on the day of the payout,      '84,N,17000,17000,50000,CHGOFF,30000'",
        "on a due day,                  '12,N,17031,17000,1200,CHGOFF,1000'",
        "long after the last due day,   '3,Y,19500,16500,20000,CHGOFF,12345.67'",
        "long after with all unpaid,    '1,Y,19500,16500,20000,CHGOFF,20000'",
        "more than was paid out,        '36,0,17700,17000,5000,CHGOFF,6000'",
        "three hundred months,          '300,T,19700,16000,250000,CHGOFF,201234.56'",
        "before the disbursement,       '36,N,16900,17000,5000,CHGOFF,4000'"
    })
    void exactly_the_principal_of_the_file_is_charged_off(String what, String row) throws RowRefused {
        var loan = plan(HEADER, row);

        live(loan);

        assertThat(loan.chargeOffMatches()).as(what).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'36,Y,,16000,30000,P I F,0'", "'1,N,,16000,30000,P I F,0'", "'300,N,,23990,30000,P I F,0'"})
    void a_loan_paid_in_full_is_settled(String row) throws RowRefused {
        assertThat(live(plan(HEADER, row))).isInstanceOf(LoanState.Settled.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'0,Y,,16000,30000,P I F,0',             Term is not 1 to 480 months: 0",
        "'36,Y,,,30000,P I F,0',                 DisbursementDate is missing",
        "'36,Y,,NA,30000,P I F,0',               DisbursementDate is missing",
        "'36,Y,17000,16000,30000,P I F,1000',    'paid in full, and yet 1000.00 of principal charged off'",
        "'36,Y,,16000,0,P I F,0',                DisbursementGross is not more than zero",
        "'36,Y,,26000,30000,P I F,0',            DisbursementDate lies in the future: 2031-03-09",
        "'x,Y,,16000,30000,P I F,0',             Term is not a whole number: “x”",
        "'36,Y,,16000,30000',                    there are 5 fields where the header has 7"
    })
    void a_row_is_refused_with_its_reason(String row, String reason) {
        assertThatThrownBy(() -> plan(HEADER, row))
                .isInstanceOf(RowRefused.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'36,0,,16000,30000,P I F,0',            'RevLineCr is “0”, neither Y nor N: brought as a term loan'",
        "'36,,,16000,30000,P I F,0',             'RevLineCr is “”, neither Y nor N: brought as a term loan'",
        "'36,Y,17000,16000,30000,P I F,0',       'paid in full, and yet there is a ChgOffDate: brought as paid in"
                + " full'",
        "'36,Y,17000,16000,30000,CHGOFF,0',      'charged off, but no principal: brought as paid in full'",
        "'36,Y,,16000,30000,CHGOFF,20000',       'charged off, but there is no ChgOffDate: brought as a running loan'",
        "'36,Y,,16000,30000,,0',                 'MIS_Status is “”, neither P I F nor CHGOFF: brought as a running"
                + " loan'"
    })
    void what_is_odd_is_brought_with_a_warning(String row, String warning) throws RowRefused {
        assertThat(plan(HEADER, row).row().warnings()).containsExactly(warning);
    }

    @Test
    void the_sample_of_the_book_is_understood_row_by_row() throws Exception {
        var lines = Files.readAllLines(sample());
        var refused = 0;
        var matched = 0;
        for (var line : lines.subList(1, lines.size())) {
            try {
                var loan = plan(lines.getFirst(), line);
                live(loan);
                matched += loan.chargeOffMatches() ? 1 : 0;
            } catch (RowRefused _) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(2);
        assertThat(matched).isEqualTo(5);
    }

    private static Path sample() throws URISyntaxException, IOException {
        return Path.of(
                PlannedMerchantLoanTest.class.getResource("/merchant-loans.csv").toURI());
    }
}
