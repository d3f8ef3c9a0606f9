//! Things to try: a change to the program, kept as a diff.
//!
//! ```text
//!      for name in names:
//! -        await fetch(name)
//! +        asyncio.create_task(fetch(name))
//! @@
//! -print("old")
//! ```
//!
//! The first column is a space, `-` or `+`; a line `@@` stands between changes of different places. A line is found by its
//! code: comments at its end do not count, so that one diff fits the program of both languages.

use super::script::code_of;

/// One change, as the text shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What its button says.
    pub title: String,
    pub hunks: Vec<Vec<DiffLine>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffLine {
    Same(String),
    Old(String),
    New(String),
}

impl Attempt {
    /// Reads what stands in the fence. The error says what is wrong.
    pub fn parse(title: &str, text: &str) -> Result<Attempt, String> {
        if title.is_empty() {
            return Err("a try without a title".into());
        }
        let mut hunks = vec![Vec::new()];
        for line in text.lines() {
            let hunk = hunks.last_mut().expect("there is always one");
            match line.split_at_checked(1) {
                None => hunk.push(DiffLine::Same(String::new())),
                Some((" ", rest)) => hunk.push(DiffLine::Same(rest.to_owned())),
                Some(("-", rest)) => hunk.push(DiffLine::Old(rest.to_owned())),
                Some(("+", rest)) => hunk.push(DiffLine::New(rest.to_owned())),
                Some(_) if line == "@@" => hunks.push(Vec::new()),
                Some(_) => return Err(format!("a diff's line begins with a space, - or +: {line:?}")),
            }
        }
        for hunk in &hunks {
            if hunk.iter().all(|line| matches!(line, DiffLine::New(_))) {
                return Err("a diff that does not say where".into());
            }
        }
        Ok(Attempt { title: title.to_owned(), hunks })
    }

    /// The program with the change in it; `None` when the place is not there, or is there twice.
    pub fn apply(&self, program: &str) -> Option<String> {
        self.hunks.iter().try_fold(program.to_owned(), |text, hunk| replace(&text, hunk, false))
    }

    /// Whether the change is in the program.
    pub fn is_in(&self, program: &str) -> bool {
        let adds = self.hunks.iter().flatten().any(|line| matches!(line, DiffLine::New(_)));
        // What only takes lines away can be undone wherever its neighbours are.
        self.undo(program).is_some() && (adds || self.apply(program).is_none())
    }

    /// The program without the change.
    pub fn undo(&self, program: &str) -> Option<String> {
        self.hunks.iter().rev().try_fold(program.to_owned(), |text, hunk| replace(&text, hunk, true))
    }
}

fn replace(text: &str, hunk: &[DiffLine], is_undo: bool) -> Option<String> {
    let wanted: Vec<&str> = hunk
        .iter()
        .filter_map(|line| match line {
            DiffLine::Same(line) => Some(line),
            DiffLine::Old(line) => (!is_undo).then_some(line),
            DiffLine::New(line) => is_undo.then_some(line),
        })
        .map(|line| code_of(line))
        .collect();
    if wanted.is_empty() {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let fits = |window: &[&str]| window.iter().map(|line| code_of(line)).eq(wanted.iter().copied());
    let mut places = lines.windows(wanted.len()).enumerate().filter(|(_, window)| fits(window));
    let (Some((at, _)), None) = (places.next(), places.next()) else { return None };

    let mut out: Vec<&str> = lines[..at].to_vec();
    let mut next = at;
    for line in hunk {
        match (line, is_undo) {
            (DiffLine::Same(_), _) => {
                out.push(lines[next]);
                next += 1;
            }
            (DiffLine::Old(_), false) | (DiffLine::New(_), true) => next += 1,
            (DiffLine::New(line), false) | (DiffLine::Old(line), true) => out.push(line),
        }
    }
    out.extend(&lines[next..]);
    Some(out.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(text: &str) -> Attempt {
        Attempt::parse("t", text).unwrap()
    }

    #[test]
    fn a_change_comes_and_goes_and_keeps_the_comments_beside_it() {
        let program = "a\nb  # why\nc\nd\n";
        let attempt = attempt(" b\n-c\n+x\n+y\n@@\n-d");
        let changed = attempt.apply(program).unwrap();
        assert_eq!(changed, "a\nb  # why\nx\ny\n");
        assert_eq!(attempt.apply(&changed), None);
        assert_eq!(attempt.undo(&changed), None, "a lost line has no place to come back to");
    }

    #[test]
    fn what_is_undone_is_what_it_was() {
        let program = "a\nb\nc\n";
        let attempt = attempt("-b\n+x");
        assert_eq!(attempt.undo(&attempt.apply(program).unwrap()).as_deref(), Some(program));
    }

    #[test]
    fn a_place_that_is_there_twice_is_no_place() {
        assert_eq!(attempt("-a\n+b").apply("a\na\n"), None);
        assert_eq!(attempt("-a\n+b").apply("x\n"), None);
        assert!(Attempt::parse("t", "+b").is_err());
    }
}
