/** Walks through the whole house as its users take them: the real jar, its own process, HTTP and the command line, and the power cord. */
@NullMarked
package io.fenlu.ledger.walks;

import org.jspecify.annotations.NullMarked;
