package io.fenlu.ledger.view.statement;

import io.fenlu.ledger.view.Choice;
import io.fenlu.ledger.view.CsvSheet;
import java.util.List;

/** A statement as rows for a spreadsheet: the opening balance, one row per movement, the closing balance. */
final class StatementSheet {
    private static final List<String> HEAD = List.of(
            "date",
            "position",
            "movement",
            "reference",
            "currency",
            "amount",
            "principal",
            "interest",
            "penalty",
            "credit",
            "principal_after",
            "interest_after",
            "penalty_after",
            "fees",
            "fees_after");

    private StatementSheet() {}

    static String of(Statement statement) {
        var sheet = new CsvSheet().row(HEAD).row(balance("opening-balance", statement.opening()));
        for (var line : statement.lines()) {
            var parts = line.parts();
            var after = line.after();
            sheet.row(List.of(
                    line.on().toString(),
                    Long.toString(line.position()),
                    Choice.word(line.movement()),
                    line.reference().toString(),
                    line.amount().currency(),
                    line.amount().amount(),
                    parts.principal().amount(),
                    parts.interest().amount(),
                    parts.penalty().amount(),
                    parts.credit().amount(),
                    after.principal().amount(),
                    after.interest().amount(),
                    after.penalty().amount(),
                    parts.fees().amount(),
                    after.fees().amount()));
        }
        return sheet.row(balance("closing-balance", statement.closing())).toString();
    }

    private static List<String> balance(String what, Statement.Balance balance) {
        return List.of(
                balance.on().toString(),
                "",
                what,
                "",
                balance.principal().currency(),
                "",
                "",
                "",
                "",
                "",
                balance.principal().amount(),
                balance.interest().amount(),
                balance.penalty().amount(),
                "",
                balance.fees().amount());
    }
}
