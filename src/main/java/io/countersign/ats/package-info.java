/** Job applications: what mails, the person and a warehouse say of each, how likely an answer still is, and what to do next. */
@NullMarked
package io.countersign.ats;

import org.jspecify.annotations.NullMarked;
