/** The window's view of applications: who is silent, the board, the funnel, and one application with its mails. */
@NullMarked
package io.countersign.ats.ui;

import org.jspecify.annotations.NullMarked;
