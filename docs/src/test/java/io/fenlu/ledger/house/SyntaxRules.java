package io.fenlu.ledger.house;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.fenlu.ledger.house.Repository.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Rules about the shape of the code; each broken one is told with its address. */
final class SyntaxRules {
    private static final int LINES_PER_METHOD = 60;
    private static final int COMPONENTS_PER_RECORD = 12;
    private static final Set<String> TOTAL = Set.of("decide", "evolve", "react");
    private static final List<String> EMPTY_NAMES = List.of(
            "Util",
            "Utils",
            "Helper",
            "Manager",
            "Impl",
            "Service",
            "Handler",
            "Data",
            "Info",
            "Base",
            "Abstract",
            "Common",
            "Processor");

    private SyntaxRules() {}

    static List<String> broken(List<Source> sources) {
        var files = sources.stream().map(TextFile::new).toList();
        var task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, files);
        var broken = new ArrayList<String>();
        try {
            for (var unit : task.parse()) {
                var visitor = new Visitor(unit, Trees.instance(task), broken);
                visitor.scan(unit, null);
                if (unit.getSourceFile().toUri().getPath().contains("src/main/")) {
                    SqlRule.check(unit, visitor::tell);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return broken;
    }

    private static final class Visitor extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> broken;
        private boolean total;

        Visitor(CompilationUnitTree unit, Trees trees, List<String> broken) {
            this.unit = unit;
            this.trees = trees;
            this.broken = broken;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            var name = type.getSimpleName().toString();
            if (EMPTY_NAMES.stream().anyMatch(empty -> name.endsWith(empty) && !name.equals(empty))
                    || name.startsWith("Abstract")) {
                tell(type, "the name " + name + " says nothing");
            }
            if (type.getKind() == Tree.Kind.RECORD && components(type) > COMPONENTS_PER_RECORD) {
                tell(type, name + " has " + components(type) + " components");
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            if (lines(method) > LINES_PER_METHOD) {
                tell(method, method.getName() + " has " + lines(method) + " lines");
            }
            var outer = total;
            total |= TOTAL.contains(method.getName().toString());
            super.visitMethod(method, null);
            total = outer;
            return null;
        }

        @Override
        public @Nullable Void visitCase(CaseTree branch, @Nullable Void none) {
            if (total && branch.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance)) {
                tell(branch, "a default branch hides the next case from the compiler");
            }
            return super.visitCase(branch, null);
        }

        private static long components(ClassTree type) {
            return type.getMembers().stream()
                    .filter(member -> member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .count();
        }

        private long lines(Tree tree) {
            var positions = trees.getSourcePositions();
            return line(positions.getEndPosition(unit, tree)) - line(positions.getStartPosition(unit, tree)) + 1;
        }

        private long line(long position) {
            return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
        }

        private void tell(Tree tree, String what) {
            var line = line(trees.getSourcePositions().getStartPosition(unit, tree));
            broken.add(unit.getSourceFile().toUri().getPath().substring(1) + ":" + line + ": " + what);
        }
    }

    private static final class TextFile extends SimpleJavaFileObject {
        private final Source source;

        TextFile(Source source) {
            super(URI.create("string:///" + source.path().toString().replace('\\', '/')), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.text();
        }
    }
}
