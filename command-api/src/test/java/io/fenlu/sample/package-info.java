/** A piggy bank, to try the running ledger with; outside the packages that the application scans. */
@NullMarked
package io.fenlu.sample;

import org.jspecify.annotations.NullMarked;
