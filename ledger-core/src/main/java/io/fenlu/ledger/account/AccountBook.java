package io.fenlu.ledger.account;

import io.fenlu.ledger.kernel.EntryId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to an account, cycle by cycle, each entry in the order of its business date. An entry that is learned late
 * is put in its place, and what comes after it is worked in anew.
 *
 * @param position after the last entry, or the last bill
 */
record AccountBook(AccountAgreement agreement, List<CyclePage> pages, AccountPosition position) {
    AccountBook {
        pages = List.copyOf(pages);
    }

    /**
     * The book with one entry more.
     *
     * @param step of the entry
     * @param page the number of the page it stands on, from 0
     * @param before how that page and those after it were lived through without it; empty when the entry came last
     * @param after how they are lived through with it; empty when the entry came last
     */
    record Learning(AccountBook book, Step step, int page, List<CyclePage.Run> before, List<CyclePage.Run> after) {}

    static AccountBook opened(AccountAgreement agreement, LocalDate on) {
        var position = AccountPosition.opened(agreement, on);
        return new AccountBook(agreement, List.of(new CyclePage(position, List.of(), false)), position);
    }

    /** The morning on which the running cycle's bill is cut. */
    LocalDate nextCutOn() {
        return Cutting.morning(agreement, position.cycle());
    }

    /** The book after the running cycle's bill. */
    AccountBook after(Cut cut) {
        var more = new ArrayList<CyclePage>(pages.size() + 1);
        more.addAll(pages);
        more.set(more.size() - 1, more.getLast().close());
        more.add(new CyclePage(cut.after(), List.of(), false));
        return new AccountBook(agreement, more, cut.after());
    }

    /** Takes an entry in; no bill is missing before it. */
    Learning with(AccountEntry entry) {
        var place = placeOf(entry.on());
        if (place == pages.size() - 1 && pages.getLast().endsBefore(entry)) {
            var step = earlier().step(position, entry);
            var more = new ArrayList<>(pages);
            more.set(place, pages.getLast().with(entry));
            return new Learning(new AccountBook(agreement, more, step.after()), step, place, List.of(), List.of());
        }
        var before = new ArrayList<CyclePage.Run>();
        var after = new ArrayList<CyclePage.Run>();
        var more = new ArrayList<>(pages.subList(0, place));
        @Nullable AccountPosition opening = null;
        for (var page : pages.subList(place, pages.size())) {
            before.add(page.run(earlier()));
            var now = opening == null ? page.with(entry) : page.from(opening);
            more.add(now);
            var run = now.run(new Earlier(agreement, more));
            after.add(run);
            opening = run.end(now.opening());
        }
        var step = after.getFirst().steps().stream()
                .filter(worked -> worked.entry().id().equals(entry.id()))
                .findFirst()
                .orElseThrow();
        var last = opening == null ? position : opening;
        return new Learning(new AccountBook(agreement, more, last), step, place, before, after);
    }

    /** The page on which an entry of a day stands. */
    int placeOf(LocalDate day) {
        var place = pages.size() - 1;
        while (place > 0 && day.isBefore(pages.get(place).opening().on())) {
            place--;
        }
        return place;
    }

    /**
     * The position that an entry meets that is about to be taken in: after all that is known of earlier days, and of its day what comes
     * before its kind and what is of its kind, whatever the names.
     */
    AccountPosition before(AccountEntry entry) {
        var place = placeOf(entry.on());
        var sheet = new Sheet(agreement, lastBefore(place, entry));
        Passing.to(sheet, entry.on());
        return sheet.position();
    }

    private AccountPosition lastBefore(int place, AccountEntry entry) {
        var page = pages.get(place);
        if (place == pages.size() - 1 && page.endsBefore(entry)) {
            return position;
        }
        var last = page.opening();
        for (var earlier : page.entries()) {
            if (AccountEntry.BY_DAY_AND_KIND.compare(earlier, entry) > 0) {
                break;
            }
            last = earlier().step(last, earlier).after();
        }
        return last;
    }

    /** The position at the end of a day that is not before the account was opened, as it is now known. */
    AccountPosition on(LocalDate day) {
        var place = placeOf(day);
        var page = pages.get(place);
        var last = page.opening();
        for (var entry : page.entries()) {
            if (entry.on().isAfter(day)) {
                break;
            }
            last = earlier().step(last, entry).after();
        }
        while (!Cutting.morning(agreement, last.cycle()).isAfter(day)) {
            last = Cutting.cut(agreement, last).after();
        }
        var sheet = new Sheet(agreement, last);
        Passing.to(sheet, day);
        return sheet.position();
    }

    Optional<AccountEntry> find(EntryId id) {
        for (int k = pages.size() - 1; k >= 0; k--) {
            for (var entry : pages.get(k).entries()) {
                if (entry.id().equals(id)) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    /** The entries of the whole life in their order. */
    List<AccountEntry> entries() {
        return pages.stream().flatMap(page -> page.entries().stream()).toList();
    }

    /** The date of the last entry, or of the opening. */
    LocalDate lastOn() {
        for (int k = pages.size() - 1; k >= 0; k--) {
            if (!pages.get(k).entries().isEmpty()) {
                return pages.get(k).entries().getLast().on();
            }
        }
        return openedOn();
    }

    LocalDate openedOn() {
        return pages.getFirst().opening().on();
    }

    /** How every cycle was lived through. */
    List<CyclePage.Run> runs() {
        return pages.stream().map(page -> page.run(earlier())).toList();
    }

    /** How a cycle was lived through up to the end of a day; nothing for one that has not begun by what is known. */
    List<Step> steps(int cycle, LocalDate upTo) {
        for (var page : pages) {
            if (page.opening().cycle().number() == cycle) {
                return page.run(earlier()).steps().stream()
                        .filter(step -> !step.entry().on().isAfter(upTo))
                        .toList();
            }
        }
        return List.of();
    }

    /** How the running cycle was lived through so far. */
    CyclePage.Run running() {
        return pages.getLast().run(earlier());
    }

    private Earlier earlier() {
        return new Earlier(agreement, pages);
    }
}
