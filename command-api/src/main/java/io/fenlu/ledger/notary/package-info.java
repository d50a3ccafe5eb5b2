/**
 * The notary of the journal: keeps its key, signs how far it has come, proves what is in it, and goes through all of it line by line
 * when somebody wants to know.
 */
@NullMarked
package io.fenlu.ledger.notary;

import org.jspecify.annotations.NullMarked;
