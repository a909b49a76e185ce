/** The view Search &amp; Ask, and the answers in it. */
@NullMarked
package io.countersign.ask.ui;

import org.jspecify.annotations.NullMarked;
