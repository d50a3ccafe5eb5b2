/** Proof that history was not edited: the hash chain, the Merkle tree over it, and the signed checkpoints that others can keep. */
@NullMarked
package io.fenlu.ledger.integrity;

import org.jspecify.annotations.NullMarked;
