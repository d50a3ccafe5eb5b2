/** Proofs that nothing acknowledged is lost: processes that are killed, disks that are full, files that are damaged. */
@NullMarked
package io.fenlu.ledger.proofs;

import org.jspecify.annotations.NullMarked;
