package io.fenlu.ledger.bench;

import java.time.Duration;

/** What is measured, how often, how long. */
record AppendSetting(Store store, Scenario scenario, int pairs, Duration window, Duration warmUp, StockSetting stock) {}
