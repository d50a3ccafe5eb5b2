/** The ground floor: identities, decisions, refusals and the names under which facts are kept; knows nothing of lending arithmetic. */
@NullMarked
package io.fenlu.ledger.kernel;

import org.jspecify.annotations.NullMarked;
