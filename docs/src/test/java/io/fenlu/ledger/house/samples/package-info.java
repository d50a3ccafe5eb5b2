/** Classes that break the rules of the house on purpose, to see that the rules bite. */
@NullMarked
package io.fenlu.ledger.house.samples;

import org.jspecify.annotations.NullMarked;
