package org.privacypromise.register.yaml;

/** A file cannot be read as YAML. Says where, counted from 1, or 0 and 0 if it is about the file as a whole. */
public final class UnreadableYamlException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final String problem;
    private final String remedy;

    UnreadableYamlException(int line, int column, String problem, String remedy) {
        super("line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.remedy = remedy;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** What is wrong, in a sentence. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
