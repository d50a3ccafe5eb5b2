/** The messengers' room: what a process may instruct, how its orders are carried, and where those that found no answer wait for people. */
@NullMarked
package io.fenlu.ledger.process;

import org.jspecify.annotations.NullMarked;
