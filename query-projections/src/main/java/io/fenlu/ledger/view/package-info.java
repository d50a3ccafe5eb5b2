/** The windows: how facts become tables, how far each view has read, and what every question to a view has in common. */
@NullMarked
package io.fenlu.ledger.view;

import org.jspecify.annotations.NullMarked;
