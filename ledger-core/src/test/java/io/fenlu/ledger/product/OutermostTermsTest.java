package io.fenlu.ledger.product;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.allocation.BackdatingWindow;
import io.fenlu.ledger.allocation.PrepaymentFee;
import io.fenlu.ledger.interest.DayCount;
import io.fenlu.ledger.interest.InterestRounding;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.PenaltyRule.Base;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.schedule.Grace;
import io.fenlu.ledger.schedule.RemainderHolder;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bound of the terms belongs to them: what lies on it may be agreed on, what lies one step beyond it is refused. */
class OutermostTermsTest {
    private static final RoundingRule FEN = RoundingRule.of(Rounding.HALF_UP);
    private static final LocalDate DUE = LocalDate.of(2024, 2, 1);

    /** What may be agreed on, up to and including these, and not these. */
    private record Bound(String name, Function<String, Object> terms, List<String> within, List<String> beyond) {
        @Override
        public String toString() {
            return name + " " + within;
        }
    }

    static Stream<Bound> bounds() {
        return Stream.concat(ofRates(), ofPlans());
    }

    private static Stream<Bound> ofRates() {
        return Stream.of(
                new Bound(
                        "days to give a loan back",
                        days -> Conditions.PLAIN.coolingOff(number(days)),
                        list("0", "90"),
                        list("-1", "91")),
                new Bound(
                        "remainder of principal",
                        holder -> new RepaymentPlan.EqualPrincipal(FEN, holder(holder)),
                        list("FIRST", "LAST"),
                        list("EVENED")),
                new Bound(
                        "remainder of flat interest",
                        holder -> new RepaymentPlan.FlatInterest(FEN, Rounding.HALF_UP, holder(holder)),
                        list("FIRST", "LAST"),
                        list("EVENED")),
                new Bound(
                        "remainder of a flat fee",
                        holder -> new RepaymentPlan.FlatFee(Fraction.of("0.01"), Rounding.HALF_EVEN, holder(holder)),
                        list("FIRST", "LAST"),
                        list("EVENED")),
                new Bound("a rate", Rate::annual, list("0", "10", "0.000000000001"), list("-0.1", "10.1", "1e-13")),
                new Bound("penalty times the rate", multiple(), list("0.000001", "2"), list("0", "2.000001", "1e-7")),
                new Bound("grace before penalty", days -> penalty(number(days)), list("0", "90"), list("-1", "91")),
                new Bound("grace before a penalty rate", days -> rate(number(days)), list("0", "90"), list("-1", "91")),
                new Bound(
                        "misuse times the rate", misuse(), list("1", "2", "1.000001"), list("0.9", "2.1", "1.0000001")),
                new Bound("a margin", margin(), list("-1", "1", "0.00000001"), list("-1.1", "1.1", "1e-9")),
                new Bound(
                        "an index", name -> floating(name, "0"), list("X", "X".repeat(40)), list(" ", "X".repeat(41))));
    }

    private static Stream<Bound> ofPlans() {
        return Stream.of(
                new Bound(
                        "days to learn late",
                        days -> new BackdatingWindow(number(days)),
                        list("0", "3660"),
                        list("-1", "3661")),
                new Bound(
                        "days of interest",
                        days -> new PrepaymentFee.DaysOfInterest(number(days), FEN),
                        list("1", "366"),
                        list("0", "367")),
                new Bound(
                        "free after",
                        from -> new PrepaymentFee.PartOfPrincipalRepaid(Fraction.of("0.01"), FEN, number(from)),
                        list("0"),
                        list("-1")),
                new Bound(
                        "grace on principal",
                        many -> new Grace(number(many), 0, 0),
                        list("0", "480"),
                        list("-1", "481")),
                new Bound(
                        "deferred interest",
                        many -> new Grace(0, number(many), 0),
                        list("0", "480"),
                        list("-1", "481")),
                new Bound(
                        "forgiven interest",
                        many -> new Grace(0, 0, number(many)),
                        list("0", "480"),
                        list("-1", "481")),
                new Bound(
                        "interest only",
                        many -> new RepaymentPlan.InterestThenAnnuity(number(many), FEN, RemainderHolder.LAST),
                        list("1"),
                        list("0")),
                new Bound("a balloon", sum -> new RepaymentPlan.Balloon(yuan(sum), FEN), list("0.00"), list("-0.01")),
                new Bound(
                        "a season's weight",
                        weight -> seasonal(List.of(1, number(weight))),
                        list("0", "1000000"),
                        list("-1", "1000001")),
                new Bound(
                        "seasons",
                        many -> seasonal(Collections.nCopies(number(many), 1)),
                        list("1", "480"),
                        list("0", "481")),
                new Bound("a late fee's least", least -> lateFee(least, "2.00"), list("2.00"), list("2.01")),
                new Bound("days between written rows", days -> rows(number(days)), list("1"), list("0", "-1")),
                new Bound("a written row", sum -> written(yuan(sum)), list("0.00"), list("-0.01")));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void a_bound_may_be_agreed_on_and_nothing_beyond_it(Bound bound) {
        for (var value : bound.within) {
            assertThatCode(() -> bound.terms.apply(value)).as(value).doesNotThrowAnyException();
        }
        for (var value : bound.beyond) {
            assertThatThrownBy(() -> bound.terms.apply(value)).as(value).isInstanceOf(InvalidValue.class);
        }
    }

    private static List<String> list(String... values) {
        return List.of(values);
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static RemainderHolder holder(String name) {
        return RemainderHolder.valueOf(name);
    }

    private static Money yuan(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    private static Function<String, Object> multiple() {
        return times -> new PenaltyRule.PenaltyMultiple(
                new BigDecimal(times), Base.PRINCIPAL, DayCount.ACT_360, 0, Rounding.HALF_UP);
    }

    private static Object penalty(int graceDays) {
        return new PenaltyRule.PenaltyMultiple(
                BigDecimal.TWO, Base.PRINCIPAL, DayCount.ACT_360, graceDays, Rounding.HALF_UP);
    }

    private static Object rate(int graceDays) {
        return new PenaltyRule.PenaltyRate(
                Rate.daily("0.0005"),
                Base.PRINCIPAL,
                DayCount.ACT_360,
                graceDays,
                new InterestRounding.EachDay(Rounding.HALF_UP));
    }

    private static Function<String, Object> misuse() {
        return times -> new LateRule(
                LateRule.ContractInterest.GOES_ON,
                LateRule.Compounding.NONE,
                new BigDecimal(times),
                new LateFee.NoLateFee());
    }

    private static Function<String, Object> margin() {
        return margin -> floating("LPR-1Y", margin);
    }

    private static Object floating(String index, String margin) {
        return new RateRule.Floating(index, new BigDecimal(margin), RateRule.Reset.NEVER, null, null);
    }

    private static Object seasonal(List<Integer> weights) {
        return new RepaymentPlan.Seasonal(weights, FEN);
    }

    private static Object lateFee(String least, String most) {
        return new LateFee.PartOfOverdue(Fraction.of("0.05"), FEN, yuan(least), yuan(most), null);
    }

    private static Object rows(int daysBetween) {
        return new RepaymentPlan.FreeForm(Stream.of(DUE, DUE.plusDays(daysBetween))
                .map(due -> new RepaymentPlan.FreeRow(due, yuan("1.00"), null))
                .toList());
    }

    private static Object written(Money principal) {
        return new RepaymentPlan.FreeForm(List.of(new RepaymentPlan.FreeRow(DUE, principal, null)));
    }
}
