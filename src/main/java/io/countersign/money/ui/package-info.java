/** The window's view of money: receipts, duplicates, spending. */
@NullMarked
package io.countersign.money.ui;

import org.jspecify.annotations.NullMarked;
