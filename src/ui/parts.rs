//! What of a program its reader does not see, or cannot change; both keep their places while the rest is edited.

use std::ops::Range;
use std::rc::Rc;

use crate::run::Hidden;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub hidden: Vec<Hidden>,
    /// Lines that stay as they are, from 0.
    pub locked: Vec<Range<u32>>,
}

impl Parts {
    /// Whether a line may not be changed; lines count from 1.
    pub fn is_locked(&self, line: u32) -> bool {
        self.locked.iter().any(|lines| lines.contains(&(line - 1)))
    }

    /// Whether the second text has every locked line of the first.
    pub fn are_kept(&self, before: &str, after: &str) -> bool {
        let Change { lines, .. } = change(before, after);
        !self.locked.iter().any(|locked| locked.start < lines.end && lines.start < locked.end)
    }

    /// Where they are after an edit.
    pub fn moved(self: &Rc<Parts>, before: &str, after: &str) -> Rc<Parts> {
        if self.hidden.is_empty() && self.locked.is_empty() {
            return self.clone();
        }
        let Change { lines, by } = change(before, after);
        // What stands within the change goes to its beginning.
        let place = |line: u32| match line {
            line if line >= lines.end => line.saturating_add_signed(by),
            line => line.min(lines.start),
        };
        let hidden = |part: &Hidden| Hidden { after: place(part.after), text: part.text.clone() };
        Rc::new(Parts {
            hidden: self.hidden.iter().map(hidden).collect(),
            locked: self.locked.iter().map(|lines| place(lines.start)..place(lines.end - 1) + 1).collect(),
        })
    }
}

/// What differs between two texts.
struct Change {
    /// The lines of the first that are not in the second, from 0.
    lines: Range<u32>,
    /// How far the lines after them have moved.
    by: i32,
}

fn change(before: &str, after: &str) -> Change {
    let lines = |text: &str| text.split('\n').count();
    let same = before.split('\n').zip(after.split('\n')).take_while(|(a, b)| a == b).count();
    let (old, new) = (lines(before), lines(after));
    let most = old.min(new) - same;
    let tail = before.rsplit('\n').zip(after.rsplit('\n')).take(most).take_while(|(a, b)| a == b).count();
    Change { lines: same as u32..(old - tail) as u32, by: new as i32 - old as i32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Rc<Parts> {
        let hidden = [0, 2, 4].map(|after| Hidden { after, text: "h".into() });
        Rc::new(Parts { hidden: hidden.into(), locked: vec![1..3] })
    }

    fn places(parts: &Parts) -> (Vec<u32>, Vec<Range<u32>>) {
        (parts.hidden.iter().map(|part| part.after).collect(), parts.locked.clone())
    }

    #[test]
    fn lines_that_are_typed_above_move_what_is_below() {
        let (before, after) = ("a\nb\nc\nd", "a\nx\ny\nb\nc\nd");
        assert!(parts().are_kept(before, after));
        assert_eq!(places(&parts().moved(before, after)), (vec![0, 4, 6], vec![3..5]));
        assert_eq!(places(&parts().moved(after, after)), (vec![0, 2, 4], vec![1..3]));
    }

    #[test]
    fn a_locked_line_is_kept_whole() {
        let before = "a\nb\nc\nd";
        for after in ["a\nb\nc!\nd", "a\nc\nd", "ab\nc\nd", "a\nb\nx\nc\nd", ""] {
            assert!(!parts().are_kept(before, after), "{after:?}");
        }
        for after in ["A\nb\nc\nd", "a\nb\nc\nd\ne", "b\nc\nd", "a\nb\nc", "x\na\nb\nc\nd"] {
            assert!(parts().are_kept(before, after), "{after:?}");
        }
    }
}
