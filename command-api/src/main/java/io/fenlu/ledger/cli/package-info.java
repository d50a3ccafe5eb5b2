/** The doors of the command line: loans taken over from a file, by the same orders that come in over HTTP. */
@NullMarked
package io.fenlu.ledger.cli;

import org.jspecify.annotations.NullMarked;
