/** The notary tried out on a whole ledger: what it signs, which keys it takes, and what it refuses to build on. */
@NullMarked
package io.fenlu.ledger.notary;

import org.jspecify.annotations.NullMarked;
