package io.fenlu.ledger.books;

/**
 * The chart of accounts (科目表). Numbers follow the Chinese enterprise accounting chart where it has one (1002, 1132, 1303, 2241,
 * 6011); four-digit numbers of our own continue it.
 */
public enum LedgerAccount {
    /** 银行存款 */
    CASH_AT_BANK("1002", Kind.ASSET, "Cash at bank", "银行存款"),
    /** 在途放款: sent, and not yet known to have arrived; normally zero at the end of a drawdown. */
    PAYOUTS_IN_TRANSIT("1012", Kind.ASSET, "Payouts in transit", "在途放款"),
    /** 应收利息 */
    INTEREST_RECEIVABLE("1132", Kind.ASSET, "Interest receivable", "应收利息"),
    /** 应收罚息 */
    PENALTY_RECEIVABLE("1133", Kind.ASSET, "Penalty receivable", "应收罚息"),
    /** 贷款 */
    LOAN_PRINCIPAL("1303", Kind.ASSET, "Loan principal", "贷款本金"),
    /** 其他应付款—借款人溢缴款 */
    BORROWER_CREDIT("2241", Kind.LIABILITY, "Credit held for borrowers", "借款人溢缴款"),
    /** 利息收入 */
    INTEREST_INCOME("6011", Kind.INCOME, "Interest income", "利息收入"),
    /** 罚息收入 */
    PENALTY_INCOME("6012", Kind.INCOME, "Penalty income", "罚息收入");

    /** What sort of account it is; assets grow by debit, the others by credit. */
    public enum Kind {
        ASSET,
        LIABILITY,
        INCOME
    }

    private final String number;
    private final Kind kind;
    private final String title;
    private final String chineseTitle;

    LedgerAccount(String number, Kind kind, String title, String chineseTitle) {
        this.number = number;
        this.kind = kind;
        this.title = title;
        this.chineseTitle = chineseTitle;
    }

    public String number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String chineseTitle() {
        return chineseTitle;
    }
}
