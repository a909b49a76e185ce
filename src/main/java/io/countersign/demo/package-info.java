/** The bundled mailbox of a fictional job seeker that a first look at the app is opened on. */
@NullMarked
package io.countersign.demo;

import org.jspecify.annotations.NullMarked;
