package io.fenlu.ledger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than it may hold, so that no body can fill the memory. */
@Component
@ConditionalOnWebApplication
final class BodyLimit extends OncePerRequestFilter {
    private final long bytes;

    BodyLimit(@Value("${ledger.largest-body:256KB}") DataSize largest) {
        bytes = largest.toBytes();
    }

    /** More came than may be read. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(long bytes) {
            super("a body is at most " + bytes + " bytes");
        }

        String sentence() {
            return "The body is larger than this ledger reads: " + getMessage() + ".";
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > bytes) {
            var problem = Problem.of(
                    DoorRefusal.BODY_TOO_LARGE, DoorRefusal.BODY_TOO_LARGE.status(), new Exceeded(bytes).sentence());
            response.setStatus(problem.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(HttpJson.STRICT.writeValueAsBytes(problem));
        } else {
            chain.doFilter(new Limited(request, bytes), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long bytes;

        Limited(HttpServletRequest request, long bytes) {
            super(request);
            this.bytes = bytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), bytes);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final long most;
        private long read;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var next = body.read(buffer, offset, length);
            count(Math.max(next, 0));
            return next;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > most) {
                throw new Exceeded(most);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
