/** Mail as data: where it comes from, what a message is, how it is stored. */
@NullMarked
package io.countersign.mail;

import org.jspecify.annotations.NullMarked;
