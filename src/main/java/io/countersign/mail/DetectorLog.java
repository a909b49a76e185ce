package io.countersign.mail;

/** Remembers with which detectors all stored mail was looked at. Blocking and thread-safe. */
public interface DetectorLog {
    boolean knows(String version);

    void add(String version);
}
