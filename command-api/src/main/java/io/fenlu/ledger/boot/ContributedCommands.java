package io.fenlu.ledger.boot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import picocli.CommandLine.Command;

/** The commands that modules bring along: Spring components that carry picocli's {@code @Command}. */
final class ContributedCommands {
    private ContributedCommands() {}

    static List<Class<?>> onClassPath() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter((type, types) -> new AnnotationTypeFilter(Command.class).match(type, types)
                && type.getAnnotationMetadata().isAnnotated(Component.class.getName()));
        var commands = new ArrayList<Class<?>>();
        for (var candidate : scanner.findCandidateComponents("io.fenlu.ledger")) {
            commands.add(ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), null));
        }
        commands.sort(Comparator.comparing(Class::getName));
        return commands;
    }

    static boolean isCommand(Class<?> type) {
        return type.isAnnotationPresent(Command.class);
    }
}
