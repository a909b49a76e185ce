/** Money: what mails say of charges, the charges behind them, doubles and totals. */
@NullMarked
package io.countersign.money;

import org.jspecify.annotations.NullMarked;
