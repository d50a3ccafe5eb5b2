/** A real PostgreSQL for the tests of every module: one server per JVM, a fresh database for whoever asks. */
@NullMarked
package io.fenlu.ledger.postgres;

import org.jspecify.annotations.NullMarked;
