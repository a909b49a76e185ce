/** What mail says about job applications: who sent it, which stage it announces, at which employer, for which role. */
@NullMarked
package io.countersign.ats.detection;

import org.jspecify.annotations.NullMarked;
