package io.haetae.grading;

/** Told how far the going over of the register is. */
public interface PreviewSteps {

    /** Where nobody asks. */
    PreviewSteps UNTOLD = new PreviewSteps() {

        @Override
        public void read(int systems, int read) {}

        @Override
        public void graded(int systems, int graded) {}
    };

    /** So many of the systems are read. */
    void read(int systems, int read);

    /** So many of the systems are graded by their facts. */
    void graded(int systems, int graded);
}
