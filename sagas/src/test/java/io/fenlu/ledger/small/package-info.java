/** A whole small ledger for tests: real deciders, Axon's real infrastructure on H2, a real bank port; only the doors are missing. */
@NullMarked
package io.fenlu.ledger.small;

import org.jspecify.annotations.NullMarked;
