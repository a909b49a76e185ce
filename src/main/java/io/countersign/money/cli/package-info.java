/** The commands that show money. */
@NullMarked
package io.countersign.money.cli;

import org.jspecify.annotations.NullMarked;
