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
    /** 应收费用 */
    FEE_RECEIVABLE("1134", Kind.ASSET, "Fees receivable", "应收费用"),
    /** 利息资本化过渡: zero after every posting. */
    CAPITALISATION("1135", Kind.ASSET, "Interest being capitalised", "利息资本化过渡"),
    /** 应收商户款: refunds and disputes that merchants have to bear. */
    DUE_FROM_MERCHANTS("1137", Kind.ASSET, "Due from merchants", "应收商户款"),
    /** 承接余额过渡: the other side of balances that were kept elsewhere. */
    BALANCES_TAKEN_OVER("1138", Kind.ASSET, "Balances taken over", "承接余额过渡"),
    /** 债权转让过渡: zero after every posting. */
    DEBT_SALES("1136", Kind.ASSET, "Debt being sold", "债权转让过渡"),
    /** 贷款 */
    LOAN_PRINCIPAL("1303", Kind.ASSET, "Loan principal", "贷款本金"),
    /** 贷款损失准备: what was written off lowers it, what was recovered raises it. */
    LOAN_LOSS_ALLOWANCE("1304", Kind.ASSET, "Allowance for loan losses", "贷款损失准备"),
    /** 代出资方收款: the other side of what funders are owed; what came in on their loans is theirs, not the platform's. */
    COLLECTED_FOR_FUNDERS("1139", Kind.ASSET, "Collected for funders", "代出资方收款"),
    /** 应付出资方款: what came in for each of several funders and was not passed on yet. */
    FUNDER_PAYABLE("2242", Kind.LIABILITY, "Funder payable", "应付出资方款"),
    /** 其他应付款—借款人溢缴款 */
    BORROWER_CREDIT("2241", Kind.LIABILITY, "Credit held for borrowers", "借款人溢缴款"),
    /** 利息收入 */
    INTEREST_INCOME("6011", Kind.INCOME, "Interest income", "利息收入"),
    /** 罚息收入 */
    PENALTY_INCOME("6012", Kind.INCOME, "Penalty income", "罚息收入"),
    /** 手续费收入 */
    FEE_INCOME("6021", Kind.INCOME, "Fee income", "手续费收入"),
    /** 资产减值损失: what month ends provide for losses on loans; a release stands on the other side. */
    IMPAIRMENT_LOSS("6701", Kind.EXPENSE, "Impairment loss", "资产减值损失"),
    /** 息费减免 */
    DEBT_WAIVED("6711", Kind.EXPENSE, "Debt waived", "息费减免"),
    /** 债权转让损失: a gain stands on the other side. */
    DEBT_SALE_LOSS("6712", Kind.EXPENSE, "Loss on debt sold", "债权转让损失"),
    /** 表外应收利息 */
    OFF_BOOK_INTEREST("9001", Kind.MEMORANDUM, "Interest off the books", "表外应收利息"),
    /** 表外应收利息对应科目 */
    OFF_BOOK_COUNTERPART("9002", Kind.MEMORANDUM, "Counterpart of interest off the books", "表外应收利息对应科目");

    /** What sort of account it is; assets and expenses grow by debit, the others by credit. */
    public enum Kind {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE,
        /** 表外科目 */
        MEMORANDUM
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
