/** Instalments and how a loan is spread over them. */
@NullMarked
package io.fenlu.ledger.schedule;

import org.jspecify.annotations.NullMarked;
