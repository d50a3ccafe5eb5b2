package io.fenlu.ledger.eventstore;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a fact that was written down by an earlier release becomes one of the revision after it; every bean of this type is taken in.
 *
 * @param of the name and the older revision
 * @param renewed the JSON as the next revision would have written it; facts in the journal stay as they are
 */
public record PastForm(StoredName of, UnaryOperator<ObjectNode> renewed) {
    StoredName next() {
        return new StoredName(of.name(), of.revision() + 1);
    }
}
