package io.fenlu.ledger.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** No SQL is glued together from what is only known when the program runs; constants may be joined, values are bound. */
final class SqlRule extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final Pattern SQL = Pattern.compile(
            "\\s*(select\\s|insert\\s+into\\s|update\\s+\\w+\\s+set\\s|delete\\s+from\\s|merge\\s+into\\s|with\\s+\\w+\\s+as\\s"
                + "|(create|drop|alter|truncate)\\s+(table|index|schema|view|sequence)\\s).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> FILLED = Set.of("formatted", "format", "concat", "replace", "replaceAll");

    private final BiConsumer<Tree, String> tell;

    private SqlRule(BiConsumer<Tree, String> tell) {
        this.tell = tell;
    }

    static void check(CompilationUnitTree unit, BiConsumer<Tree, String> tell) {
        new SqlRule(tell).scan(unit, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree joined, @Nullable Void none) {
        if (joined.getKind() != Tree.Kind.PLUS) {
            return super.visitBinary(joined, null);
        }
        var parts = new ArrayList<ExpressionTree>();
        collect(joined, parts);
        if (isSql(parts.getFirst()) && !parts.stream().allMatch(SqlRule::isConstant)) {
            tell.accept(joined, "SQL is glued together from what is no constant");
        }
        parts.forEach(part -> scan(part, null));
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
        if (call.getMethodSelect() instanceof MemberSelectTree method
                && FILLED.contains(method.getIdentifier().toString())
                && (isSql(method.getExpression())
                        || call.getArguments().stream().anyMatch(SqlRule::isSql))) {
            tell.accept(call, "SQL is filled in by " + method.getIdentifier());
        }
        return super.visitMethodInvocation(call, null);
    }

    private static void collect(ExpressionTree joined, List<ExpressionTree> parts) {
        if (joined instanceof BinaryTree both && both.getKind() == Tree.Kind.PLUS) {
            collect(both.getLeftOperand(), parts);
            collect(both.getRightOperand(), parts);
        } else {
            parts.add(joined);
        }
    }

    private static boolean isSql(ExpressionTree part) {
        return switch (part) {
            case LiteralTree literal ->
                literal.getValue() instanceof String text && SQL.matcher(text).matches();
            case ParenthesizedTree inner -> isSql(inner.getExpression());
            case BinaryTree joined -> isSql(joined.getLeftOperand());
            default -> false;
        };
    }

    private static boolean isConstant(ExpressionTree part) {
        return switch (part) {
            case LiteralTree _ -> true;
            case IdentifierTree name -> CONSTANT.matcher(name.getName()).matches();
            case MemberSelectTree name -> CONSTANT.matcher(name.getIdentifier()).matches();
            default -> false;
        };
    }
}
