package io.fenlu.ledger.eventstore;

import io.fenlu.ledger.kernel.StoredAs;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which facts the ledger knows, and under which name and revision each is stored.
 *
 * <p>Built from sealed families; a fact without {@link StoredAs}, or two facts under one name, stop the program before it begins.
 */
public final class EventCatalogue {
    private final Map<Class<?>, StoredName> names = new HashMap<>();
    private final SequencedMap<StoredName, Class<?>> classes =
            new TreeMap<>(Comparator.comparing(StoredName::name).thenComparing(StoredName::revision));

    private EventCatalogue() {}

    /**
     * The catalogue of all facts below these sealed interfaces.
     *
     * @throws IllegalStateException when a fact has no stored name, or shares one
     */
    public static EventCatalogue of(Collection<Class<?>> families) {
        var catalogue = new EventCatalogue();
        for (var family : families) {
            facts(family).forEach(catalogue::enter);
        }
        return catalogue;
    }

    /**
     * The name under which facts of this class are stored.
     *
     * @throws UnknownFact when the class is not in the catalogue
     */
    public StoredName nameOf(Class<?> fact) {
        var name = names.get(fact);
        if (name == null) {
            throw new UnknownFact(fact.getName() + " is not a fact of the catalogue");
        }
        return name;
    }

    /**
     * The class that reads facts stored under this name and revision.
     *
     * @throws UnknownFact when nothing of this name and revision can be read
     */
    public Class<?> classOf(StoredName name) {
        var fact = classes.get(name);
        if (fact == null) {
            throw new UnknownFact("no fact of the catalogue is stored as " + name);
        }
        return fact;
    }

    public boolean contains(@Nullable Class<?> fact) {
        return fact != null && names.containsKey(fact);
    }

    /** All facts by their stored names, in the order of the names. */
    public SequencedMap<StoredName, Class<?>> facts() {
        return Collections.unmodifiableSequencedMap(classes);
    }

    private void enter(Class<?> fact) {
        var stored = fact.getAnnotation(StoredAs.class);
        if (stored == null) {
            throw new IllegalStateException(fact.getName() + " has no @StoredAs");
        }
        if (stored.name().isBlank() || stored.revision() < 1) {
            throw new IllegalStateException(fact.getName() + " needs a name and a revision from 1");
        }
        var name = new StoredName(stored.name(), stored.revision());
        var namesake = classes.put(name, fact);
        if (namesake != null && namesake != fact) {
            throw new IllegalStateException(
                    name + " is the name of both " + namesake.getName() + " and " + fact.getName());
        }
        names.put(fact, name);
    }

    private static Set<Class<?>> facts(Class<?> family) {
        var facts = new LinkedHashSet<Class<?>>();
        if (family.isSealed()) {
            for (var permitted : family.getPermittedSubclasses()) {
                facts.addAll(facts(permitted));
            }
        } else if (family.isRecord()) {
            facts.add(family);
        } else {
            throw new IllegalStateException(family.getName() + " is neither a sealed interface nor a record");
        }
        return facts;
    }
}
