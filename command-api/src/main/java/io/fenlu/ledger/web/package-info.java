/** The doors over HTTP through which something is asked of the ledger: text in, orders and their answers, problems by name. */
@NullMarked
package io.fenlu.ledger.web;

import org.jspecify.annotations.NullMarked;
