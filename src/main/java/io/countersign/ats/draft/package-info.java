/** Drafts of follow-ups: templates, whom they are written to, and how they leave the program. */
@NullMarked
package io.countersign.ats.draft;

import org.jspecify.annotations.NullMarked;
