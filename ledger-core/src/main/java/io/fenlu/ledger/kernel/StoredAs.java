package io.fenlu.ledger.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which a fact is kept for ever, whatever its class is called.
 *
 * <p>For example {@code @StoredAs(name = "loan.repayment-received", revision = 1)}. A name is never given to another fact; a change
 * of fields is a new revision with a way to read the old one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {
    /** Room and past-tense name, for example {@code loan.repayment-received}. */
    String name();

    /** Counts from 1. */
    int revision();
}
