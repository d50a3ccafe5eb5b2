/** Are the views what the facts say? All views are made again from the first fact, beside the live ones, and compared. */
@NullMarked
package io.fenlu.ledger.view.replay;

import org.jspecify.annotations.NullMarked;
