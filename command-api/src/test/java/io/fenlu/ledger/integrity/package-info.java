/** Proofs tried from all sides: every size, every leaf, and what was tampered with. */
@NullMarked
package io.fenlu.ledger.integrity;

import org.jspecify.annotations.NullMarked;
