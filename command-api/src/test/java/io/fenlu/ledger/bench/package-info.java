/** The measurements measure, and what they are asked must make sense. */
@NullMarked
package io.fenlu.ledger.bench;

import org.jspecify.annotations.NullMarked;
