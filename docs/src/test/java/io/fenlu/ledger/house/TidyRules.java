package io.fenlu.ledger.house;

import io.fenlu.ledger.house.Repository.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules about files as text; each returns the addresses at which it is broken. */
final class TidyRules {
    private static final int LINES_AT_MOST = 300;
    private static final int WORDS_ON_THE_DOOR = 4;
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern BINARY_FRACTION = Pattern.compile("\\b(double|float|Double|Float)\\b");
    private static final Pattern SIGN =
            Pattern.compile("\\A/\\*\\*(?<words>.*?)\\*/\\s*@NullMarked\\s", Pattern.DOTALL);

    private TidyRules() {}

    static List<String> tooLong(List<Source> sources) {
        return broken(sources, source -> source.text().lines().count() > LINES_AT_MOST);
    }

    static List<String> leftOver(List<Source> sources) {
        return broken(sources, source -> LEFT_OVER.matcher(source.text()).find());
    }

    static List<String> binaryFractions(List<Source> sources) {
        return broken(
                sources, source -> BINARY_FRACTION.matcher(code(source.text())).find());
    }

    /** Packages of main code without a sign that says, before anything else, what lives there, and that nulls are marked. */
    static List<String> unsignedPackages(List<Source> mainSources) {
        var signed = mainSources.stream()
                .filter(source -> source.name().equals("package-info.java"))
                .filter(TidyRules::isSign)
                .map(source -> String.valueOf(source.path().getParent()))
                .collect(Collectors.toSet());
        var unsigned = new TreeSet<String>();
        for (var source : mainSources) {
            var folder = String.valueOf(source.path().getParent());
            if (!signed.contains(folder)) {
                unsigned.add(folder);
            }
        }
        return List.copyOf(unsigned);
    }

    /** Files and folders at the top that are not among the agreed ones. */
    static List<String> strangersAtTheTop(Set<String> names) {
        var agreed = new TreeSet<>(Repository.MODULES);
        agreed.addAll(List.of("pom.xml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"));
        var neverKept = Set.of("target", "ledger-data");
        return names.stream()
                .filter(name -> !name.startsWith(".") && !agreed.contains(name) && !neverKept.contains(name))
                .sorted()
                .toList();
    }

    private static boolean isSign(Source source) {
        var sign = SIGN.matcher(source.text());
        return sign.find()
                && sign.group("words")
                                .replace("*", " ")
                                .strip()
                                .split("\\.\\s|\\.$", 2)[0]
                                .split("\\s+")
                                .length
                        >= WORDS_ON_THE_DOOR;
    }

    private static String code(String text) {
        return COMMENT.matcher(TEXT.matcher(text).replaceAll("\"\"")).replaceAll("");
    }

    private static List<String> broken(List<Source> sources, Predicate<Source> rule) {
        var addresses = new ArrayList<String>();
        for (var source : sources) {
            if (rule.test(source)) {
                addresses.add(source.toString());
            }
        }
        return addresses;
    }
}
