/** Worked cases from public sources: each is computed to the cent, or named as one that today's terms cannot express. */
@NullMarked
package io.fenlu.ledger.cases;

import org.jspecify.annotations.NullMarked;
