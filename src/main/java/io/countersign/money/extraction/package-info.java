/** Finds what a mail says of charges: amounts, totals, payees, dates and numbers, by data files below {@code /money}. */
@NullMarked
package io.countersign.money.extraction;

import org.jspecify.annotations.NullMarked;
